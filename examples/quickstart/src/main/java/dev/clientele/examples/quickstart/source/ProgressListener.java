package dev.clientele.examples.quickstart.source;

/** Told how far a long step has come, so that a person can watch it. */
@FunctionalInterface
public interface ProgressListener {

    /**
     * Called from the working thread, a few hundred times per step at most, with {@code done} never falling within a
     * step and the last call of a step having {@code done == total}.
     *
     * @param step what is being done, in words for people
     * @param done how much is done, from 0 to {@code total}, in whatever unit the step counts
     * @param total how much there is to do, at least 1
     */
    void report(String step, long done, long total);

    /** One that keeps quiet. */
    static ProgressListener none() {
        return (step, done, total) -> {};
    }
}
