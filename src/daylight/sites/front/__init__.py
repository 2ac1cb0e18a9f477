"""What stands before the pages in the serving process: sockets, bodies, brakes, and how the process ends."""
