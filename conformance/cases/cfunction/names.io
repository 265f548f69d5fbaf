# A primitive knows its name and what it was defined for.
f := List getSlot("at")
writeln(getSlot("f") asString, " ", getSlot("f") name, " ", getSlot("f") type, " ", getSlot("f") typeName)
writeln(getSlot("f") asSimpleString, " ", getSlot("f") == List getSlot("at"), " ", getSlot("f") == List getSlot("size"))
writeln(getSlot("f") uniqueName, " ", getSlot("f") id type, " ", getSlot("f") profilerTime type)
