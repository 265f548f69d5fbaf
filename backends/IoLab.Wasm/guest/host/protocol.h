/* Serves the host that started this program, over its standard input and output, until that one goes. */
#ifndef IO_PROTOCOL_H
#define IO_PROTOCOL_H

void serve_host(void);

#endif
