# catch runs its action for a kind and answers nil, otherwise the exception, so that a chain goes on.
A := Exception clone
B := Exception clone
handle := method(kind,
    try(if(kind, kind raise("e"))) catch(A, writeln("A caught")) catch(B, writeln("B caught"))
)
handle(A) println
handle(B) println
handle(nil) println
handle(Exception) error println
try(A raise("x")) catch(Exception, 5) println
try(1) catch(Exception, writeln("not run")) println
