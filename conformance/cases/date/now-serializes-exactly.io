# The present moment survives its serialization.
d := Date clone now
(Date clone fromSerialization(d asSerialization) == d) println
