"""The same six pages a plan, made the usual way: stock Material with macros, Hugo, Zensical."""
