# nil, true, false and the Lobby are something else.
# limits: time 5s
# ends: normal, exception, time

Lobby nil := 1
Lobby true := false
Lobby false := true
Object nil := 1
Object true := nil
try(nil setSlot("x", 1))
try(true become(false))
try(nil become(true))
if(1 == 1, "equal" println)
Lobby Lobby := nil
Protos := nil
Core := nil
Lobby Object := nil
list(1) println
unknown
