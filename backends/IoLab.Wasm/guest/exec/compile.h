/* Message trees to stack code. */
#ifndef IO_COMPILE_H
#define IO_COMPILE_H

#include "../lang/message.h"
#include "code.h"

/* The code of a chain (or of its first message alone) in a layout, which is null for contexts that are no Locals. A null chain is nil. */
Code *code_of(Message *chain, Shape *layout, Variant variant);
/* The code of a block's body; also finds its layout. */
RARE Code *code_of_block(Block *block);
/* The layout in which chains are compiled that are evaluated here. */
static inline Shape *layout_of(Value target, const Object *ctx)
{
    return ctx->h.kind == K_LOCALS && is_ref(target) && ref_of(target) == ctx ? ((const Locals *)ctx)->layout : NULL;
}
/* All code is compiled anew from now on. */
void code_drop_all(void);
/* What is compiled in place is sent from now on, also by code that is running. */
void code_send_all(void);
/* Marks the symbols that are compiled in place. */
void compile_init(void);

#endif
