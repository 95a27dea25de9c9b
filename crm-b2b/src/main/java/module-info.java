/** Selling to businesses. */
module dev.clientele.b2b {
    requires transitive dev.clientele.core;
    requires org.apache.commons.csv;
    requires org.apache.commons.numbers.gamma;
    requires static transitive org.jspecify;

    exports dev.clientele.b2b;
    exports dev.clientele.b2b.account;
    exports dev.clientele.b2b.analytics;
    exports dev.clientele.b2b.approval;
    exports dev.clientele.b2b.assignment;
    exports dev.clientele.b2b.channel;
    exports dev.clientele.b2b.contract;
    exports dev.clientele.b2b.criteria;
    exports dev.clientele.b2b.discount;
    exports dev.clientele.b2b.exchange;
    exports dev.clientele.b2b.forecast;
    exports dev.clientele.b2b.handover;
    exports dev.clientele.b2b.health;
    exports dev.clientele.b2b.hierarchy;
    exports dev.clientele.b2b.lead;
    exports dev.clientele.b2b.member;
    exports dev.clientele.b2b.merge;
    exports dev.clientele.b2b.note;
    exports dev.clientele.b2b.order;
    exports dev.clientele.b2b.outlook;
    exports dev.clientele.b2b.pipeline;
    exports dev.clientele.b2b.probability;
    exports dev.clientele.b2b.product;
    exports dev.clientele.b2b.quote;
    exports dev.clientele.b2b.retention;
    exports dev.clientele.b2b.segment;
    exports dev.clientele.b2b.stakeholder;
    exports dev.clientele.b2b.task;
    exports dev.clientele.b2b.team;
    exports dev.clientele.b2b.territory;
    exports dev.clientele.b2b.whitespace;
}
