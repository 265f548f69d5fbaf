# The rarer classes of character codes.
codes := list(9, 32, 33, 48, 65, 70, 71, 127)
writeln(codes map(isAlphaNumeric))
writeln(codes map(isControlCharacter))
writeln(codes map(isGraph))
writeln(codes map(isPrint))
writeln(codes map(isHexDigit))
writeln(codes map(isPunctuation))
writeln(codes map(isSpace))
