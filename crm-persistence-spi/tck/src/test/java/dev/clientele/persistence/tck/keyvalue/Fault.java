package dev.clientele.persistence.tck.keyvalue;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The faults that can be planted in a {@link KeyValueStorage}, each with the rule that it breaks and the suite that has to notice. */
public enum Fault {
    // upkeep of indexes, keys and subjects
    REPLACING_LEAVES_SET_INDEX("D8", "IndexUpkeep"),
    DELETING_LEAVES_SET_INDEX("D8", "IndexUpkeep"),
    SET_INDEX_TRUSTS_BEFORE("D8", "IndexUpkeep"),
    FIELD_INDEX_TRUSTS_BEFORE("D8", "IndexUpkeep"),
    KEYS_TRUST_BEFORE("D5", "IndexUpkeep"),
    REPLACING_LEAVES_SECOND_KEY("D5", "IndexUpkeep"),
    DELETING_LEAVES_SECOND_KEY("D5", "IndexUpkeep"),
    TWO_SUBJECTS_AT_MOST("L3", "IndexUpkeep"),

    // ways of reading, within the own transaction, on a snapshot, after a roll-back
    INDEX_OF_ALL_TENANTS("T1", "ReadPathsOfSessions"),
    SUBJECTS_WITHOUT_OWN("T3", "ReadPathsOfSessions"),
    SUBJECT_FIGURES_WITHOUT_OWN("T3", "ReadPathsOfSessions"),
    LOOK_UPS_WITHOUT_OWN("T3", "ReadPathsOfSessions"),
    LOG_LOOK_UPS_WITHOUT_OWN("T3", "ReadPathsOfSessions"),
    COUNTS_WITHOUT_OWN("T3", "ReadPathsOfSessions"),
    SUBJECTS_FROM_NEWEST("T9", "ReadPathsOfSessions"),
    SUBJECT_FIGURES_FROM_NEWEST("T9", "ReadPathsOfSessions"),
    LOOK_UPS_FROM_NEWEST("T9", "ReadPathsOfSessions"),
    LOG_LOOK_UPS_FROM_NEWEST("T9", "ReadPathsOfSessions"),
    COUNTS_FROM_NEWEST("T9", "ReadPathsOfSessions"),
    FOLLOWS_NEWEST("T9", "ReadPathsOfSessions"),
    COUNTS_ROLLED_BACK("T4", "ReadPathsOfSessions"),
    VERSIONS_ROLLED_BACK("T4", "ReadPathsOfSessions"),
    LOG_KEYS_ROLLED_BACK("T4", "ReadPathsOfSessions"),

    // limits met exactly
    NEXT_AFTER_A_FULL_PAGE("D6", "Limits"),
    LARGEST_PAGE_IS_ONE_SHORT("D6", "Limits"),
    NEXT_AFTER_A_FULL_LOG_PAGE("L3", "Limits"),
    FOLLOWS_ALL_BUT_THE_LAST("L4", "Limits"),
    FOLLOWS_1000_AT_MOST("L4", "Limits"),

    // two storages on one database
    DOCUMENTS_REMEMBERED("T2", "ConcurrentStorages"),
    VERSIONS_REMEMBERED("D3", "ConcurrentStorages"),
    UNIQUE_KEYS_REMEMBERED("D5", "ConcurrentStorages"),
    LOG_KEYS_REMEMBERED("L1", "ConcurrentStorages"),
    CLOSING_ENDS_SESSIONS_OF_ALL("T4", "ConcurrentStorages"),
    CLOSING_KEEPS_THE_LOCK("T4", "ConcurrentStorages"),

    // the life of a schema
    REPLACING_DROPS_UNDECLARED("S2", "SchemaLifecycle"),
    KEY_DECLARED_AGAIN_AS_IT_WAS("S2", "SchemaLifecycle"),
    LATER_INDEX_IS_EMPTY("S2", "SchemaLifecycle"),
    SCALE_OF_THE_STORED_VALUE("S2", "SchemaLifecycle"),
    WIDENING_FORGETS_PRUNED("S2", "SchemaLifecycle"),
    SCALE_WITHOUT_ROOM("S3", "SchemaLifecycle"),
    COMPUTED_BECOMES_WRITTEN("S3", "SchemaLifecycle"),
    OLDER_SCHEMA_IS_SHUT_OUT("S6", "SchemaLifecycle"),
    MIGRATION_HAS_NO_PATIENCE("S5", "SchemaLifecycle"),

    // wrong arguments and failures
    WRONG_ARGUMENT_ENDS_SESSION("T6", "WrongArguments"),
    WRONG_QUESTION_ENDS_SESSION("T6", "WrongArguments"),
    GOES_ON_AFTER_A_MISFIT("T6", "WrongArguments"),
    REDACTS_BEFORE_IT_CHECKS("T6", "WrongArguments"),
    READERS_READ_FOR_UPDATE("T7", "Transactions"),

    // keys of entries
    LOG_KEYS_WITHOUT_CASE("L1", "LogKeys"),
    LOG_KEYS_WITHOUT_TRAILING_SPACE("L1", "LogKeys"),
    LOG_KEYS_COMPOSED("L1", "LogKeys"),
    LOG_KEYS_OF_THE_BMP("L1", "LogKeys"),

    // criteria
    LAST_BOUND_COUNTS("D8", "SetCriteria"),
    EQUALITY_NOT_TESTED_AGAIN("D8", "SetCriteria"),
    HAS_ANY_COUNTS_TWICE("C5", "SetCriteria"),
    HAS_ANY_MEANS_ALL("C5", "SetCriteria"),
    HAS_ANY_OF_NOTHING_HOLDS("C5", "SetCriteria"),
    HAS_ANY_WITHOUT_CASE("C5", "SetCriteria"),

    // computed fields
    COMPUTING_MOVES_VERSION("D11", "ComputedFields"),
    COMPUTING_REPORTS_NOTHING("D11", "ComputedFields"),
    COMPUTING_KEEPS_WHAT_IS_MISSING("D11", "ComputedFields"),
    COMPUTING_LEAVES_SET_INDEX("D11", "ComputedFields"),
    COMPUTING_LEAVES_FIELD_INDEX("D11", "ComputedFields"),
    REPLACING_WIPES_COMPUTED("D11", "ComputedFields"),
    INSERTING_STORES_COMPUTED("D11", "ComputedFields"),
    DELETING_KEEPS_COMPUTED("D11", "ComputedFields"),

    // pruning
    PRUNED_KEY_IS_FREE("L6", "Prunings"),
    PRUNED_POSITIONS_ANEW("L6", "Prunings"),
    PRUNED_STILL_UNDER_SUBJECTS("L6", "Prunings"),
    PRUNED_STILL_COUNTED("L6", "Prunings"),
    PRUNED_STILL_FOLLOWED("L6", "Prunings"),
    PRUNES_BEYOND_THE_POSITION("L6", "Prunings"),
    PRUNES_BEFORE_THE_POSITION("L6", "Prunings"),
    PRUNES_BY_TIME("L6", "Prunings"),
    PRUNES_WHATEVER("L6", "Prunings"),
    PRUNES_WITHOUT_LIMIT("L6", "Prunings"),

    // redaction
    REDACTION_CHANGES_TIME("L7", "Redactions"),
    REDACTION_CHANGES_POSITION("L7", "Redactions"),
    REDACTION_KEEPS_OTHER_FIELDS("L7", "Redactions"),
    REDACTION_KEEPS_BODY("L7", "Redactions"),
    REDACTED_NOT_UNDER_SUBJECTS("L7", "Redactions"),
    REDACTED_STILL_LABELLED("L7", "Redactions"),
    REDACTING_REPORTS_NOTHING("L7", "Redactions"),

    // order, tenants, patience
    POSITIONS_IN_ORDER_OF_KEYS("L5", "ChangeOrder"),
    TENANTS_THAT_WERE_ASKED_FOR("T10", "TenantLists"),
    TENANTS_OF_DOCUMENTS_ONLY("T10", "TenantLists"),
    TENANTS_WITHOUT_CASE("T10", "TenantLists"),
    TENANTS_REPEATED("T10", "TenantLists"),
    PATIENCE_IGNORED("T11", "Waiting"),
    PATIENCE_STAYS("T11", "Waiting");

    private final String rule;
    private final String suite;

    Fault(String rule, String suite) {
        this.rule = rule;
        this.suite = suite;
    }

    /** Returns the rules that are broken by at least one fault. */
    public static Set<String> rules() {
        return Stream.of(values()).map(Fault::rule).collect(Collectors.toSet());
    }

    /** The rule that it breaks. */
    String rule() {
        return rule;
    }

    /** The suite that has to notice: the name of a nested class of {@code StorageConformance}. */
    String suite() {
        return suite;
    }
}
