package cn.gdpilot.domain.identity.limit;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings by which wrong passwords slow down further tries.
 *
 * @param forgetAfter      wrong tries are counted within this time, then anew
 * @param accountAtAddress wrong tries for one account from one address, or from one known device
 * @param address          wrong tries from one address, whatever the account
 * @param account          wrong tries for one account from anywhere
 * @param knownFor         how long a device or address stays known without a sign-in
 */
@ConfigurationProperties("pilot.sign-in")
public record SignInSettings(
        Duration forgetAfter, Slowdown accountAtAddress, Slowdown address, Slowdown account, Duration knownFor) {}
