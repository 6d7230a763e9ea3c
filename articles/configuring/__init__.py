"""The configuration file as it is read, written for the reader to change, and told of elsewhere."""
