# Every slot of Object is something else than it was.
# ends: normal, exception

set := Object getSlot("setSlot")
Object slotNames foreach(name, if(list("setSlot", "foreach", "if", "contains", "not", "list", "try", "Object") contains(name) not, Object setSlot(name, nil)))
1 println
"x" println
Object clone
nobody
