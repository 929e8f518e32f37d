"""The model as linked data and as JSON: the only place that knows vocabulary terms."""
