package dev.clientele.b2b.deal.pipeline;

import dev.clientele.core.CrmSession;
import dev.clientele.core.entity.ForwardingRepository;
import dev.clientele.core.entity.Id;
import dev.clientele.core.entity.Repository;
import java.util.List;
import java.util.Optional;

/** The pipelines of the session's tenant. Thread-safe unless the session is that of a transaction. */
public final class Pipelines extends ForwardingRepository<Pipeline> {

    private static final int BATCH = 500;

    private final CrmSession session;

    /** Opens the pipelines of a session. */
    public Pipelines(CrmSession session) {
        super(session.repository(Pipeline.TYPE));
        this.session = session;
    }

    /** Finds the pipeline with this code. */
    public Optional<Pipeline> findByCode(String code) {
        return query(Pipeline.CODE.is(code)).first();
    }

    /**
     * Gets or creates the stored pipeline for one that may be new: as it is stored now if it is, else the one with the same
     * code, else itself, now added. Safe when two do it at once.
     */
    public Pipeline getOrCreate(Pipeline pipeline) {
        return pipeline.isNew() ? getOrAdd(pipeline) : get(pipeline.id());
    }

    /**
     * Updates the open deals of a pipeline to the probabilities and categories that their stages have now; values set
     * by hand stay. Runs in batches, each a transaction of its own.
     *
     * @return how many deals changed
     */
    public long refreshDeals(Id<Pipeline> id) {
        long changed = 0;
        for (Stage stage : get(id).openStages()) {
            changed += refresh(id, stage);
        }
        return changed;
    }

    private long refresh(Id<Pipeline> id, Stage stage) {
        long changed = 0;
        Optional<String> next = Optional.empty();
        do {
            Optional<String> from = next;
            var page = session.inTransaction(tx -> {
                Pipeline pipeline = tx.rely(tx.repository(Pipeline.TYPE).get(id));
                Repository<Opportunity> deals = tx.repository(Opportunity.TYPE);
                var selection =
                        deals.query(Opportunity.PIPELINE.is(pipeline.id()).and(Opportunity.STAGE.is(stage.id())));
                var found = from.isPresent() ? selection.page(BATCH, from.get()) : selection.page(BATCH);
                List<Opportunity> refreshed = found.items().stream()
                        .map(deal -> deal.withStageDefaults(pipeline))
                        .filter(deal -> !found.items().contains(deal))
                        .toList();
                deals.saveAll(refreshed);
                return new RefreshBatch(refreshed.size(), found.next());
            });
            changed += page.count();
            next = page.next();
        } while (next.isPresent());
        return changed;
    }

    private record RefreshBatch(int count, Optional<String> next) {}
}
