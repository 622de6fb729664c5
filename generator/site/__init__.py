"""Everything that knows MkDocs: the plugin, its macros, the build and the preview server."""
