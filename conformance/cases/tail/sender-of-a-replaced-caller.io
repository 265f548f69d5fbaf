# A caller that a tail call has replaced is still asked for its own sender by arguments that the callee evaluates late, also when
# another coroutine ran in between.
second := method(call evalArgAt(1))
pass := method(second(nil, (yield; call evalArgAt(0))))
coroDoLater("other" println; yield)
pass("the argument") println

name := method(second(nil, (yield; call sender type)))
name println

deep := method(n, second(nil, if(n == 0, yield; call evalArgAt(1), deep(n - 1, call evalArgAt(1)))))
coroDoLater("another" println)
deep(5, "from the top") println
