package cn.gdpilot.duplicate;

/** A port: the words and weights that hold at this moment. */
interface NameRuleSource {

    NameRules current();
}
