"""What is asked of somebody who begins an entry, how the answers are written, and the draft that comes of them."""
