// Language: starts here.
