"""Many stories at once: readers and runs over folders and tables."""
