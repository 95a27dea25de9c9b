package dev.clientele.b2c.identity.linkage;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Links whole files: finds candidates, scores them, decides and clusters. The order of the records doesn't matter. */
public final class RecordLinker {
    private RecordLinker() {}

    /** Fits a model to the records and links them with it. */
    public static LinkageResult link(
            List<RecordAttribute> attributes, List<LinkageSource> sources, LinkageSettings settings) {
        RecordTable table = RecordTable.of(attributes, sources, settings);
        return link(ModelTrainer.fit(table).model(), table, settings);
    }

    /** Links the records with a model that was fitted before; the attributes are the model's. */
    public static LinkageResult link(LinkageModel model, List<LinkageSource> sources, LinkageSettings settings) {
        return link(model, RecordTable.of(model, sources, settings), settings);
    }

    private static LinkageResult link(LinkageModel model, RecordTable table, LinkageSettings settings) {
        PairScorer scorer = model.scorer();
        double floor = LogOdds.of(settings.thresholds().review());
        List<CandidateLink> links = new ArrayList<>();
        CandidatePairs.visit(table, model.rules(), settings.maxBlock(), (first, second) -> {
            double score = scorer.scoreAbove(floor, table.record(first), table.record(second));
            if (score >= floor) {
                links.add(new CandidateLink(Math.min(first, second), Math.max(first, second), score));
            }
        });
        Collections.sort(links);
        List<CandidateLink> kept = settings.mode() == LinkMode.LINK_ONE_TO_ONE ? oneToOne(links, table) : links;
        double match = LogOdds.of(settings.thresholds().match());
        return new LinkDecisions(table, scorer, match).decide(model, kept);
    }

    /** The links of which neither record has a better one to the other's source. */
    private static List<CandidateLink> oneToOne(List<CandidateLink> links, RecordTable table) {
        List<CandidateLink> kept = new ArrayList<>();
        Set<Long> taken = new HashSet<>();
        for (CandidateLink link : links) {
            long first = (long) link.first() << 32 | table.source(link.second());
            long second = (long) link.second() << 32 | table.source(link.first());
            if (!taken.contains(first) && !taken.contains(second)) {
                taken.add(first);
                taken.add(second);
                kept.add(link);
            }
        }
        return kept;
    }
}
