/* The world as it is when the prelude has been read: made when the module is built, or now. */
#ifndef IO_SNAPSHOT_H
#define IO_SNAPSHOT_H

/* There is a world after this, and the C library knows the directories the host gives. */
void world_ready(void);

#endif
