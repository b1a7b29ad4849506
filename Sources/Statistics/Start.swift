// Statistics: starts here.
