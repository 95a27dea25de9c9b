/** Selling to businesses. */
module dev.clientele.b2b {
    requires transitive dev.clientele.core;
    requires transitive org.threeten.extra;
    requires com.google.common;
    requires com.googlecode.ezvcard;
    requires java.xml; // for ez-vcard, which as an automatic module can't say so
    requires org.apache.commons.numbers.gamma;
    requires static transitive org.jspecify;

    exports dev.clientele.b2b;
    exports dev.clientele.b2b.account;
    exports dev.clientele.b2b.activity;
    exports dev.clientele.b2b.catalog;
    exports dev.clientele.b2b.coverage;
    exports dev.clientele.b2b.coverage.assignment;
    exports dev.clientele.b2b.coverage.handover;
    exports dev.clientele.b2b.coverage.team;
    exports dev.clientele.b2b.coverage.territory;
    exports dev.clientele.b2b.deal;
    exports dev.clientele.b2b.deal.approval;
    exports dev.clientele.b2b.deal.limit;
    exports dev.clientele.b2b.deal.pipeline;
    exports dev.clientele.b2b.deal.quote;
    exports dev.clientele.b2b.deal.stakeholder;
    exports dev.clientele.b2b.exchange.deals;
    exports dev.clientele.b2b.exchange.vcard;
    exports dev.clientele.b2b.insight;
    exports dev.clientele.b2b.insight.analytics;
    exports dev.clientele.b2b.insight.forecast;
    exports dev.clientele.b2b.insight.projection;
    exports dev.clientele.b2b.insight.winning;
    exports dev.clientele.b2b.lead;
    exports dev.clientele.b2b.partner;
    exports dev.clientele.b2b.revenue;
    exports dev.clientele.b2b.revenue.contract;
    exports dev.clientele.b2b.revenue.health;
    exports dev.clientele.b2b.revenue.order;
    exports dev.clientele.b2b.revenue.retention;
    exports dev.clientele.b2b.revenue.whitespace;
    exports dev.clientele.b2b.team;
}
