package cn.gdpilot.domain.duplicate.names;

/** A port: the words and weights that hold at this moment. */
public interface NameRuleSource {

    NameRules current();
}
