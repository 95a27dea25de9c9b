package dev.clientele.b2b.insight.winning;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import dev.clientele.b2b.account.Account;
import dev.clientele.b2b.deal.pipeline.Opportunity;
import dev.clientele.b2b.deal.pipeline.StageKind;
import dev.clientele.core.CrmSession;
import dev.clientele.core.customer.Country;
import dev.clientele.core.entity.Field;
import dev.clientele.core.entity.Id;
import dev.clientele.core.entity.RecordColumns;
import dev.clientele.persistence.DocumentType;
import dev.clientele.persistence.criteria.Criteria;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The reading of features from the columns of deals and of their accounts, which are looked up for many deals at once. Not
 * thread-safe.
 */
final class DealFeatureReader {

    /** The columns of deals that are looked at. */
    static final List<Field<Opportunity, ?>> COLUMNS = List.of(
            Opportunity.KIND,
            Opportunity.STAGE,
            Opportunity.CLOSED_FROM,
            Opportunity.OWNER,
            Opportunity.SOURCE,
            Opportunity.TAGS,
            Opportunity.ACCOUNT);

    private static final List<Field<Account, ?>> ACCOUNT_COLUMNS = List.of(Account.INDUSTRY, Account.COUNTRY);
    private static final int KNOWN_ACCOUNTS = 20_000;

    private final CrmSession session;
    private final Cache<Id<Account>, AccountFeatures> known =
            CacheBuilder.newBuilder().maximumSize(KNOWN_ACCOUNTS).build();

    /** The features of an account; empty of one that isn't there. */
    private record AccountFeatures(
            @Nullable String industry, @Nullable Country country) {

        static final AccountFeatures NONE = new AccountFeatures(null, null);
    }

    DealFeatureReader(CrmSession session) {
        this.session = session;
    }

    /** Returns the features of each deal, in the same order. */
    List<Map<String, String>> read(List<RecordColumns<Opportunity>> deals) {
        Map<Id<Account>, AccountFeatures> accounts = accounts(deals);
        Map<Id<Opportunity>, String> stages = lastOpenStages(deals);
        List<Map<String, String>> features = new ArrayList<>(deals.size());
        for (RecordColumns<Opportunity> deal : deals) {
            AccountFeatures account =
                    deal.find(Opportunity.ACCOUNT).map(accounts::get).orElse(AccountFeatures.NONE);
            features.add(words(deal, stages.get(deal.id()), account));
        }
        return features;
    }

    private static Map<String, String> words(
            RecordColumns<Opportunity> deal, @Nullable String stage, AccountFeatures account) {
        Map<String, String> words = new HashMap<>();
        if (stage != null) {
            words.put(WinProbabilities.STAGE, stage);
        }
        deal.find(Opportunity.OWNER).ifPresent(owner -> words.put("owner", owner.toString()));
        deal.find(Opportunity.SOURCE).ifPresent(source -> words.put("source", source));
        deal.find(Opportunity.TAGS).ifPresent(tags -> tags.forEach(tag -> words.put("tag " + tag, tag)));
        if (account.industry() != null) {
            words.put("industry", account.industry());
        }
        if (account.country() != null) {
            words.put("country", account.country().code());
        }
        return words;
    }

    /**
     * Finds the last open stage of each deal: the one that it is in or was closed from; from its visits where no column tells it,
     * since it was in none of its pipeline or was stored before that was kept.
     */
    private Map<Id<Opportunity>, String> lastOpenStages(List<RecordColumns<Opportunity>> deals) {
        Map<Id<Opportunity>, String> stages = new HashMap<>();
        List<Id<Opportunity>> untold = new ArrayList<>();
        for (RecordColumns<Opportunity> deal : deals) {
            boolean open = deal.require(Opportunity.KIND) == StageKind.OPEN;
            String stage = deal.get(open ? Opportunity.STAGE : Opportunity.CLOSED_FROM);
            if (stage == null) {
                untold.add(deal.id());
            } else {
                stages.put(deal.id(), stage);
            }
        }
        if (!untold.isEmpty()) {
            for (Opportunity deal : session.repository(Opportunity.TYPE).findAll(untold)) {
                deal.visits().stream()
                        .filter(visit -> visit.kind() == StageKind.OPEN)
                        .reduce((earlier, later) -> later)
                        .ifPresent(visit -> stages.put(deal.id(), visit.stage()));
            }
        }
        return stages;
    }

    private Map<Id<Account>, AccountFeatures> accounts(List<RecordColumns<Opportunity>> deals) {
        Set<Id<Account>> wanted = new HashSet<>();
        deals.forEach(deal -> deal.find(Opportunity.ACCOUNT).ifPresent(wanted::add));
        Map<Id<Account>, AccountFeatures> found = new HashMap<>(known.getAllPresent(wanted));
        wanted.removeAll(found.keySet());
        if (!wanted.isEmpty()) {
            wanted.forEach(id -> found.put(id, AccountFeatures.NONE));
            Criteria among = Criteria.in(
                    DocumentType.ID, wanted.stream().map(Id::toString).sorted().toList());
            session.repository(Account.TYPE)
                    .query(among)
                    .columns(ACCOUNT_COLUMNS)
                    .page(wanted.size())
                    .items()
                    .forEach(account -> found.put(
                            account.id(),
                            new AccountFeatures(account.get(Account.INDUSTRY), account.get(Account.COUNTRY))));
            wanted.forEach(id -> known.put(id, found.getOrDefault(id, AccountFeatures.NONE)));
        }
        return found;
    }
}
