# Core objects that have nothing above them.
# ends: normal, exception

list(List, Map, Sequence, Number, Block, Message, Exception, Coroutine, Call, Date, Duration, File) foreach(proto, try(proto removeAllProtos))
try(list(1, 2) println)
try(1 println)
try("x" println)
try(Exception raise("y"))
try(block(1) call)
try(Coroutine currentCoroutine yield)
Lobby removeAllProtos
Object removeAllProtos
1 + nobody
