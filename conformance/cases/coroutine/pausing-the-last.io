# pause of the only coroutine raises.
e := try(Coroutine currentCoroutine pause)
writeln(e error)
