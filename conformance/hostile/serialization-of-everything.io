# The whole world as text.
# limits: time 3s, memory 300M
# ends: normal, exception, memory, time, output

try(Lobby serialized size println)
try(Object asJson)
try(Lobby asJson)
try(Protos slotSummary size println)
Lobby println
