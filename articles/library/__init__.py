"""What is done with the library as a whole: articles are added to it, and translated ahead of being read."""
