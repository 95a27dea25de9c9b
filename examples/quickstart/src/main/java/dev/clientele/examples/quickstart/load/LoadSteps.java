package dev.clientele.examples.quickstart.load;

import dev.clientele.core.CrmSession;
import dev.clientele.core.entity.Repository;
import dev.clientele.examples.quickstart.source.ProgressListener;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/**
 * Runs the steps of loading, each once however often the program is killed and started again.
 *
 * <p>A step puts its records in by batches. Each batch is a transaction, and the {@link LoadStep} that counts it is stored in
 * the same one: a batch is in and counted, or neither. The next run skips as many records as are counted, so the source has
 * to give the same records in the same order.
 */
public final class LoadSteps {

    private final CrmSession session;
    private final ProgressListener progress;

    /** In a session; the progress is told of every batch. */
    public LoadSteps(CrmSession session, ProgressListener progress) {
        this.session = Objects.requireNonNull(session, "session");
        this.progress = Objects.requireNonNull(progress, "progress");
    }

    /** Where the progress goes. */
    public ProgressListener progress() {
        return progress;
    }

    /** Whether these steps are all done. */
    public boolean areFinished(List<String> names) {
        return session
                        .repository(LoadStep.TYPE)
                        .findAll(names.stream().map(LoadStep::idOf).toList())
                        .stream()
                        .filter(LoadStep::isFinished)
                        .count()
                == names.size();
    }

    /**
     * Does a step, or what is left of it.
     *
     * @param name what is being loaded
     * @param source asked for only if something is left
     * @param batch how many records make a transaction
     * @param put stores records in the session of a transaction, and returns what is to be remarked about them
     */
    public <S> void run(
            String name, Supplier<List<S>> source, int batch, BiFunction<CrmSession, List<S>, List<Remark>> put) {
        LoadStep stored = step(session, name);
        if (stored.isFinished()) {
            return;
        }
        progress.report(name, 0, 1);
        List<S> records = source.get();
        int total = records.size();
        int done = Math.toIntExact(stored.done());
        while (done < total) {
            progress.report(name, done, total);
            List<S> some = records.subList(done, Math.min(total, done + batch));
            long before = done;
            session.runInTransaction(tx -> {
                LoadStep step = unmoved(step(tx, name), before);
                store(tx, step.advanced(some.size(), put.apply(tx, some)));
            });
            done += some.size();
        }
        session.runInTransaction(tx -> store(tx, unmoved(step(tx, name), total).finished()));
        progress.report(name, Math.max(1, total), Math.max(1, total));
    }

    private static LoadStep step(CrmSession session, String name) {
        return session.repository(LoadStep.TYPE).find(LoadStep.idOf(name)).orElseGet(() -> LoadStep.named(name));
    }

    private static LoadStep unmoved(LoadStep step, long expected) {
        if (step.done() != expected || step.isFinished()) {
            throw new IllegalStateException("another run is loading into the same file: let one of them finish");
        }
        return step;
    }

    private static void store(CrmSession session, LoadStep step) {
        Repository<LoadStep> steps = session.repository(LoadStep.TYPE);
        if (step.isNew()) {
            steps.add(step);
        } else {
            steps.save(step);
        }
    }
}
