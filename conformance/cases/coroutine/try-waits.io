# A try whose body yields is finished only when the body is, whoever ends meanwhile.
# divergence: in the reference it is over as soon as somebody else ends
coroDoLater(writeln("a1"); yield; writeln("a2"))
yield
e := try(yield; writeln("in the try"); Exception raise("seen"))
writeln("after the try: ", if(e, e error, nil))
