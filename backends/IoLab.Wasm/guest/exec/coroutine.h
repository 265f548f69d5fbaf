/* Coroutines: their beginning and end. */
#ifndef IO_COROUTINE_H
#define IO_COROUTINE_H

#include "control.h"

enum { MAX_TRACE = 40 };

/* One that has not begun, with what it would evaluate. */
Coroutine *coroutine_new(Object *parent, Message *body, Object *locals, Value target);
void coroutine_make_stack(Coroutine *c, uint32_t words);
void coroutine_begin(Coroutine *c);
/* exception: null for a normal end. */
void coroutine_finish(Coroutine *c, Value result, Object *exception);
/* Makes one a suspended one with a copy of these frames, whatever it was. */
void coroutine_restore(Coroutine *c, const Value *words, uint32_t sp, uint32_t fp);
/* Ends one that control has left for good. */
void coroutine_abandon(Coroutine *c);
Coroutine *coroutine_parent(Coroutine *c);
Coroutine *coroutine_living_parent(Coroutine *c);
void coroutine_body(Coroutine *c, Message **body, Value *target, Object **locals);
/* Remembers for the back trace which calls are active. */
void coroutine_note_raise(void);
Value coroutine_handlers(Coroutine *c);
void coroutine_set_handlers(Coroutine *c, Value handlers);
Coroutine *main_coroutine(void);

#endif
