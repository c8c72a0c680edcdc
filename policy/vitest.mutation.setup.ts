import fc from 'fast-check';

/** A change that a property has found out need not be made smaller, and a property that holds so far has said enough. */
fc.configureGlobal({ endOnFailure: true, interruptAfterTimeLimit: 250 });
