# Dates as other text and as integers.
d := Date clone fromNumber(1000000000.5)
writeln(d asNumberString)
writeln(d asJson)
d print; writeln
writeln(Date clone fromSerialization(d asSerialization) asNumber, " ", d asSerialization size, " ", d asSerialization itemType)
o := Object clone do(write := method(call evalArgs foreach(x, Lobby write(x))))
d justSerialized(o); writeln
writeln(d setToUTC asNumber, " ", d convertToUTC asNumber, " ", d convertToLocal asNumber, " ", d setGmtOffset(60) asString)
writeln(d convertToZone(5) asNumber)
