# What coroutines are kept in is something else.
# limits: time 3s
# ends: normal, exception, time

Scheduler yieldingCoros := nil
Scheduler currentCoroutine := nil
Coroutine yield := method(nil)
Coroutine parentCoroutine := 42
Coroutine currentCoroutine setParentCoroutine(Coroutine currentCoroutine)
o := Object clone do(go := method(1 println; yield; 2 println))
try(o @@go)
yield
try(Coroutine currentCoroutine resume)
try(Coroutine currentCoroutine pause)
