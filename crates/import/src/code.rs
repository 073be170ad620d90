//! The codes of an import.

rulepad_document::codes! {
    /// What can be wrong with a text that holds rules, and what could not be taken from it.
    pub enum Code {
        // The text and its format.
        Unknown = "import.unknown",
        TooLong = "import.too-long",
        Rest = "import.rest",
        More = "import.more",
        Escaped = "import.escaped",
        NamesOnly = "import.names-only",
        NoRule = "import.no-rule",
        NoRuleIn = "import.no-rule-in",
        TemplateWithoutRules = "import.template-without-rules",
        ServiceWithoutRules = "import.service-without-rules",
        Script = "import.script",
        Blocks = "import.blocks",
        Other = "import.other",
        OtherWithoutRules = "import.other-without-rules",
        // Resources of the text.
        LeftOut = "import.left-out",
        Nested = "import.nested",
        ResourceType = "import.resource-type",
        EventSource = "import.event-source",
        Scheduler = "import.scheduler",
        FileMissing = "import.file-missing",
        TemplateBudget = "import.template-budget",
        // Members of a rule and of its targets.
        Type = "import.type",
        Member = "import.member",
        State = "import.state",
        StateUnknown = "import.state-unknown",
        Inputs = "import.inputs",
        TagReserved = "import.tag-reserved",
        NoPattern = "import.no-pattern",
        PatternUnknown = "import.pattern-unknown",
        PatternField = "import.pattern-field",
        PatternList = "import.pattern-list",
        // Terraform.
        Reference = "import.reference",
        Refused = "import.refused",
        ObjectUnknown = "import.object-unknown",
        Tags = "import.tags",
        Module = "import.module",
        ThroughModule = "import.through-module",
        Hidden = "import.hidden",
        Destroyed = "import.destroyed",
        Encoded = "import.encoded",
        NewFile = "import.new-file",
        // Filters.
        NoFilter = "import.no-filter",
        FiltersMissing = "import.filters-missing",
        FilterEmpty = "import.filter-empty",
        FilterObject = "import.filter-object",
        FilterBare = "import.filter-bare",
        Scope = "import.scope",
        TopicFilter = "import.topic-filter",
        // Calls.
        Argument = "import.argument",
        Shorthand = "import.shorthand",
        Makefile = "import.makefile",
        Call = "import.call",
        CallsBudget = "import.calls-budget",
        Sends = "import.sends",
        Deploys = "import.deploys",
        ChangeElsewhere = "import.change-elsewhere",
        ChangePerhaps = "import.change-perhaps",
        Deleted = "import.deleted",
        TargetsRemoved = "import.targets-removed",
        TrailOther = "import.trail-other",
        TrailFailed = "import.trail-failed",
        TrailHidden = "import.trail-hidden",
    }
}

impl Code {
    /// Whether it means that a text has no rule, and nothing else: among the files of a folder, that is no problem.
    pub(crate) fn is_absence(self) -> bool {
        matches!(
            self,
            Self::Unknown
                | Self::NoRule
                | Self::NoRuleIn
                | Self::TemplateWithoutRules
                | Self::ServiceWithoutRules
                | Self::Script
                | Self::TrailOther
                | Self::OtherWithoutRules
        )
    }
}
