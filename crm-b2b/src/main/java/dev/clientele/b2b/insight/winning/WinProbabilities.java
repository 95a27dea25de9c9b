package dev.clientele.b2b.insight.winning;

import com.google.common.collect.ImmutableMap;
import dev.clientele.b2b.account.Account;
import dev.clientele.b2b.deal.pipeline.Opportunity;
import dev.clientele.b2b.deal.pipeline.Pipeline;
import dev.clientele.b2b.deal.pipeline.Probability;
import dev.clientele.b2b.deal.pipeline.Stage;
import dev.clientele.b2b.deal.pipeline.StageKind;
import dev.clientele.b2b.deal.pipeline.StageVisit;
import dev.clientele.core.CrmSession;
import dev.clientele.core.entity.Id;
import dev.clientele.core.entity.Page;
import dev.clientele.core.entity.Selection;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

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

    private static final int BATCH = 500;

    private final CrmSession session;

    /** Opens the win probabilities of a session. */
    public WinProbabilities(CrmSession session) {
        this.session = Objects.requireNonNull(session, "session");
    }

    /** Returns the closed deals of a pipeline as examples. */
    public List<TrainingExample> trainingExamples(Pipeline pipeline) {
        Map<Id<Account>, Account> accounts = accounts();
        try (Stream<Opportunity> deals = session
                .repository(Opportunity.TYPE)
                .query(Opportunity.PIPELINE.is(pipeline.id()).and(Opportunity.KIND.isNot(StageKind.OPEN)))
                .stream()) {
            return deals.map(deal -> of(deal, accounts).toExample(deal.kind() == StageKind.WON))
                    .toList();
        }
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
        Map<Id<Account>, Account> accounts = accounts();
        long changed = 0;
        Optional<String> next = Optional.empty();
        do {
            Optional<String> token = next;
            WinProbabilityBatch batch = session.inTransaction(tx -> updateDeals(tx, pipeline, model, accounts, token));
            changed += batch.changed();
            next = batch.next();
        } while (next.isPresent());
        return changed;
    }

    private record WinProbabilityBatch(long changed, Optional<String> next) {}

    private static WinProbabilityBatch updateDeals(
            CrmSession tx,
            Pipeline pipeline,
            WinProbabilityModel model,
            Map<Id<Account>, Account> accounts,
            Optional<String> token) {
        Selection<Opportunity> open = tx.repository(Opportunity.TYPE)
                .query(Opportunity.PIPELINE.is(pipeline.id()).and(Opportunity.KIND.is(StageKind.OPEN)));
        Page<Opportunity> page = token.isEmpty() ? open.page(BATCH) : open.page(BATCH, token.get());
        List<Opportunity> changed = new ArrayList<>();
        for (Opportunity deal : page.items()) {
            Opportunity learned = deal.withLearnedProbability(rounded(model.probability(of(deal, accounts))));
            if (!learned.equals(deal)) {
                changed.add(learned);
            }
        }
        tx.repository(Opportunity.TYPE).saveAll(changed);
        return new WinProbabilityBatch(changed.size(), page.next());
    }

    private static BigDecimal rounded(double probability) {
        return BigDecimal.valueOf(probability).setScale(Probability.SCALE, RoundingMode.HALF_EVEN);
    }

    private static DealFeatures of(Opportunity deal, Map<Id<Account>, Account> accounts) {
        Map<String, String> words = new HashMap<>();
        lastOpen(deal).ifPresent(stage -> words.put(STAGE, stage));
        deal.find(Opportunity.OWNER).ifPresent(owner -> words.put("owner", owner.toString()));
        deal.find(Opportunity.SOURCE).ifPresent(source -> words.put("source", source));
        deal.find(Opportunity.TAGS).ifPresent(tags -> tags.forEach(tag -> words.put("tag " + tag, tag)));
        deal.find(Opportunity.ACCOUNT).map(accounts::get).ifPresent(account -> {
            account.find(Account.INDUSTRY).ifPresent(industry -> words.put("industry", industry));
            account.find(Account.COUNTRY).ifPresent(country -> words.put("country", country.code()));
        });
        return DealFeatures.of(words);
    }

    private static Optional<String> lastOpen(Opportunity deal) {
        return deal.visits().stream()
                .filter(visit -> visit.kind() == StageKind.OPEN)
                .reduce((earlier, later) -> later)
                .map(StageVisit::stage);
    }

    private Map<Id<Account>, Account> accounts() {
        try (Stream<Account> all = session.repository(Account.TYPE).all().stream()) {
            return all.collect(ImmutableMap.toImmutableMap(Account::id, account -> account));
        }
    }
}
