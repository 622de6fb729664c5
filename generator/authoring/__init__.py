"""The only code that writes into `plans/`: format, new, import."""
