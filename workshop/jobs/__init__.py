"""Work that is done beside the server: asked for by any process, taken by any worker, done once."""
