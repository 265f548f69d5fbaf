# What a method learns of its call.
o := Object clone
o m := method(
    list(call target == self, call message name, call argCount, call hasArgs,
        call activated argumentNames size, call slotContext == o)
)
o m println
o m(1, 2) println
p := o clone
p m println
o where := method(call slotContext == o)
p where println
m := method(a, call activated code)
m println
m := method(call message next name)
m println
