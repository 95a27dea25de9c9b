package dev.clientele.b2b.insight.winning;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Streams;
import dev.clientele.b2b.deal.pipeline.Opportunity;
import dev.clientele.b2b.deal.pipeline.Pipeline;
import dev.clientele.b2b.deal.pipeline.Probability;
import dev.clientele.b2b.deal.pipeline.Stage;
import dev.clientele.b2b.deal.pipeline.StageKind;
import dev.clientele.core.CrmSession;
import dev.clientele.core.entity.ColumnSelection;
import dev.clientele.core.entity.Field;
import dev.clientele.core.entity.Id;
import dev.clientele.core.entity.Page;
import dev.clientele.core.entity.RecordColumns;
import dev.clientele.core.entity.Repository;
import dev.clientele.persistence.criteria.Criteria;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The win probabilities of the session's deals, learned from closed ones. Thread-safe unless the session is that of a
 * transaction.
 *
 * <p>What is looked at: the last open stage, the owner, the source, each tag, and the industry and country of the
 * account; what else a host knows of its deals it can put into {@link DealFeatures}s of its own.
 */
public final class WinProbabilities {

    /** The name of the category that holds the id of the last open stage. */
    public static final String STAGE = "stage";

    private static final List<Field<Opportunity, ?>> UPDATED = ImmutableList.<Field<Opportunity, ?>>builder()
            .addAll(DealFeatureReader.COLUMNS)
            .add(Opportunity.LEARNED_PROBABILITY)
            .build();
    private static final int BATCH = 1000;
    private static final int UPDATE_BATCH = 500;

    private final CrmSession session;

    /** Opens the win probabilities of a session. */
    public WinProbabilities(CrmSession session) {
        this.session = Objects.requireNonNull(session, "session");
    }

    /**
     * Returns the closed deals of a pipeline as examples, the oldest id first. They are kept in some bytes each, and made
     * anew whenever one is asked for.
     */
    public List<TrainingExample> trainingExamples(Pipeline pipeline) {
        Criteria closed = Opportunity.PIPELINE.is(pipeline.id()).and(Opportunity.KIND.isNot(StageKind.OPEN));
        return session.inSnapshot(snapshot -> {
            CompactExamples examples = new CompactExamples();
            DealFeatureReader reader = new DealFeatureReader(snapshot);
            snapshot.repository(Opportunity.TYPE)
                    .query(closed)
                    .columns(DealFeatureReader.COLUMNS)
                    .forEachPage(
                            BATCH,
                            deals -> Streams.forEachPair(
                                    deals.stream(),
                                    reader.read(deals).stream(),
                                    (deal, features) -> examples.append(
                                            features, deal.require(Opportunity.KIND) == StageKind.WON)));
            return Collections.unmodifiableList(examples);
        });
    }

    /** Returns the naive Bayes method over the stages of a pipeline. */
    public static WinProbabilityMethod naiveBayes(Pipeline pipeline) {
        return NaiveBayes.method(
                STAGE, pipeline.openStages().stream().map(Stage::id).toList());
    }

    /**
     * Updates every open deal of a pipeline to a model's probability, by hundreds, each hundred in a transaction of its
     * own. A deal whose probability is set by hand keeps counting with that.
     *
     * @return how many deals have changed
     */
    public long updateDeals(Pipeline pipeline, WinProbabilityModel model) {
        long changed = 0;
        Optional<String> next = Optional.empty();
        do {
            Optional<String> token = next;
            WinProbabilityBatch batch = session.inTransaction(tx -> updateDeals(tx, pipeline, model, token));
            changed += batch.changed();
            next = batch.next();
        } while (next.isPresent());
        return changed;
    }

    private record WinProbabilityBatch(long changed, Optional<String> next) {}

    private static WinProbabilityBatch updateDeals(
            CrmSession tx, Pipeline pipeline, WinProbabilityModel model, Optional<String> token) {
        ColumnSelection<Opportunity> open = tx.repository(Opportunity.TYPE)
                .query(Opportunity.PIPELINE.is(pipeline.id()).and(Opportunity.KIND.is(StageKind.OPEN)))
                .columns(UPDATED);
        Page<RecordColumns<Opportunity>> page =
                token.isEmpty() ? open.page(UPDATE_BATCH) : open.page(UPDATE_BATCH, token.get());
        Map<Id<Opportunity>, BigDecimal> learned = new LinkedHashMap<>();
        Streams.forEachPair(
                page.items().stream(), new DealFeatureReader(tx).read(page.items()).stream(), (deal, features) -> {
                    BigDecimal probability = rounded(model.probability(DealFeatures.of(features)));
                    BigDecimal before = deal.get(Opportunity.LEARNED_PROBABILITY);
                    if (before == null || before.compareTo(probability) != 0) {
                        learned.put(deal.id(), probability);
                    }
                });
        Repository<Opportunity> deals = tx.repository(Opportunity.TYPE);
        List<Opportunity> changed = new ArrayList<>();
        for (Opportunity deal : deals.findAll(learned.keySet())) {
            BigDecimal probability = learned.get(deal.id());
            if (probability != null && deal.isOpen()) {
                changed.add(deal.withLearnedProbability(probability));
            }
        }
        deals.saveAll(changed);
        return new WinProbabilityBatch(changed.size(), page.next());
    }

    private static BigDecimal rounded(double probability) {
        return BigDecimal.valueOf(probability).setScale(Probability.SCALE, RoundingMode.HALF_EVEN);
    }
}
