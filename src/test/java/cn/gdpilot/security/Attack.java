package cn.gdpilot.security;

import java.util.function.Supplier;

/**
 * One attack.
 *
 * @param name   what the attacker tries
 * @param strike does it and says whether it bit
 */
record Attack(String name, Supplier<Strike> strike) {

    /**
     * What came of it.
     *
     * @param bitten whether the attacker got what he wanted
     * @param status HTTP status
     * @param body   what was answered
     */
    record Strike(boolean bitten, int status, String body) {}
}
