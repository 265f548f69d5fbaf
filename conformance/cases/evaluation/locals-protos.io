# In a method, the protos are those of the locals: none until one is appended.
o := Object clone do(extra := "of o")
o m := method(protos size); o m println
o m := method(self protos size); o m println
o m := method(appendProto(Object clone do(extra := "appended")); extra); o m println
o extra println
o m := method(isKindOf(Object)); o m println
