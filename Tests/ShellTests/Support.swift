import PtySupport
