package cn.gdpilot.domain.files.store;

/** Which files of the store some record has named, and which only lie there and may be swept. */
interface KeptFiles {

    /** For a store that nobody sweeps. */
    KeptFiles NOT_COUNTED = new KeptFiles() {
        @Override
        public void note(String sha256, boolean named, boolean alreadyThere) {}

        @Override
        public boolean name(String sha256) {
            return true;
        }
    };

    /**
     * Notes that a file is about to be kept; waits for a sweep that is just taking the same one away.
     *
     * @param named        whether a record names it at once
     * @param alreadyThere whether the store has it; then whoever brought it before this was counted may need it
     */
    void note(String sha256, boolean named, boolean alreadyThere);

    /** Notes that a record names it, in that record's transaction; false if it has been swept. */
    boolean name(String sha256);
}
