# asJson quotes the text; asNumberString pads the number.
d := Date clone fromNumber(1000)
writeln(d asJson, " ", d asNumberString)
