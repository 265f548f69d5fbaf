# A program of comments alone does nothing.
// and another
/* and a last one */
