# try answers the exception that its coroutine has in the end, wherever that comes from.
try(Coroutine currentCoroutine setSlot("exception", "given")) println
e := try(Coroutine currentCoroutine setSlot("exception", "given"); Exception raise("raised"))
e error println
try(1) println
Coroutine setSlot("exception", "of the proto")
try(1) println
list(1, 2) foreach(i, try(if(i == 2, break)) println)
try(Exception raise("raised")) error println
Coroutine setSlot("exception", nil)
try(1) println
