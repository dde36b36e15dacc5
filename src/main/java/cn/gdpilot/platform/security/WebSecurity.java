package cn.gdpilot.platform.security;

import cn.gdpilot.domain.identity.Group;
import cn.gdpilot.domain.identity.Person;
import cn.gdpilot.domain.identity.Unit;
import cn.gdpilot.domain.record.RecordBook;
import cn.gdpilot.platform.web.ApiRefusals;
import cn.gdpilot.platform.web.EnginePageFiles;
import cn.gdpilot.platform.web.LateForm;
import cn.gdpilot.platform.web.LateForms;
import cn.gdpilot.platform.web.NoForeignCalls;
import cn.gdpilot.platform.web.NoFormFiles;
import cn.gdpilot.platform.web.PartRefusals;
import cn.gdpilot.platform.web.PasswordPrompt;
import cn.gdpilot.platform.web.RefusalRecord;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Arrays;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.logout.HttpStatusReturningLogoutSuccessHandler;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.NullRequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestHeaderRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** Who may reach which address, and how one signs in. */
@Configuration
public class WebSecurity {

    private static final String OUR_PAGES =
            "default-src 'self'; frame-ancestors 'self'; form-action 'self'; base-uri 'self'; object-src 'none'";

    private static final String FILES = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'";

    /** Who runs the system and looks after its models: Cockpit and the REST API are theirs. */
    public static final String[] RUNNERS = {Group.DESIGNER, Group.OPERATOR, Group.CAMUNDA_ADMIN};

    /** Who may move the clock of a rehearsal; it is not there in production. */
    private static final String[] CLOCKMAKERS = {Unit.DEPARTMENT, Group.OPERATOR, Group.CAMUNDA_ADMIN};

    /**
     * Static files, the same for everybody: no sign-in, no session, and the browser may keep them. The files of Camunda's pages
     * are answered here, because its own filters further on open a session for each.
     */
    @Bean
    @Order(0)
    SecurityFilterChain staticFiles(HttpSecurity http, EnginePageFiles engineFiles) throws Exception {
        return http.securityMatcher(new OrRequestMatcher(
                        path("/assets/**"), path("/webjars/htmx.org/**"), path("/favicon.ico"), engineFiles::has))
                .csrf(csrf -> csrf.disable())
                .logout(logout -> logout.disable())
                .requestCache(cache -> cache.disable())
                .securityContext(context -> context.disable())
                .sessionManagement(session -> session.disable())
                .headers(headers -> headers.cacheControl(cache -> cache.disable())
                        .frameOptions(frame -> frame.sameOrigin())
                        // A picture opened by itself runs no script.
                        .contentSecurityPolicy(policy -> policy.policyDirectives(FILES)))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .addFilterAfter(engineFiles, AuthorizationFilter.class)
                .build();
    }

    /** Tasklist, Cockpit, Admin and their API: officers only; Camunda's own CSRF filter and headers stay on. */
    @Bean
    @Order(2)
    SecurityFilterChain camunda(HttpSecurity http, SessionWatch watch) throws Exception {
        RequestMatcher logout = PathPatternRequestMatcher.withDefaults()
                .matcher(HttpMethod.POST, "/camunda/api/admin/auth/user/{engine}/logout");
        RequestMatcher api = path("/camunda/api/**");
        return http.securityMatcher(path("/camunda/**"))
                .csrf(csrf -> csrf.disable())
                .headers(headers -> headers.frameOptions(frame -> frame.sameOrigin()))
                .addFilterBefore(watch, AuthorizationFilter.class)
                // Cockpit's own queries do not pass the engine's commands, where the guard stands, and they count what
                // others do.
                .authorizeHttpRequests(requests -> requests.requestMatchers(path("/camunda/api/cockpit/**"))
                        .hasAnyAuthority(RUNNERS)
                        .anyRequest()
                        .access(officer()))
                .exceptionHandling(handling -> handling.defaultAuthenticationEntryPointFor(
                                new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED), api)
                        .defaultAuthenticationEntryPointFor(toSignIn(), request -> true))
                .logout(leave -> leave.logoutRequestMatcher(logout)
                        .logoutSuccessHandler(new HttpStatusReturningLogoutSuccessHandler(HttpStatus.NO_CONTENT)))
                .build();
    }

    /** The applicants' API: HTTP Basic, refused to other sites' pages, or the browser's session, which needs the CSRF token as well. */
    @Bean
    @Order(3)
    SecurityFilterChain api(
            HttpSecurity http,
            ApiRefusals refusals,
            RefusalRecord record,
            SessionWatch watch,
            @Value("${pilot.public-address}") URI publicAddress)
            throws Exception {
        return http.securityMatcher(path("/api/**"))
                .csrf(csrf -> csrf.ignoringRequestMatchers(NoForeignCalls::carriesPassword, WebSecurity::hasNoSession)
                        .ignoringRequestMatchers(
                                PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, "/api/applicants"),
                                PathPatternRequestMatcher.withDefaults()
                                        .matcher(HttpMethod.POST, "/api/account/confirmation")))
                .requestCache(cache -> cache.requestCache(new NullRequestCache()))
                .addFilterBefore(new NoForeignCalls(refusals, record, publicAddress), CsrfFilter.class)
                .addFilterBefore(new NoFormFiles(refusals), CsrfFilter.class)
                .addFilterBefore(watch, AuthorizationFilter.class)
                .httpBasic(basic -> basic.securityContextRepository(new HttpSessionSecurityContextRepository())
                        .authenticationDetailsSource(SignInDetails::new)
                        .authenticationEntryPoint(refusals))
                .exceptionHandling(
                        handling -> handling.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .authorizeHttpRequests(requests -> requests.requestMatchers(
                                HttpMethod.POST, "/api/applicants", "/api/account/confirmation")
                        .permitAll()
                        .requestMatchers(HttpMethod.GET, "/api/receipts/*")
                        .permitAll()
                        .requestMatchers("/api/rehearsal/**")
                        .hasAnyAuthority(CLOCKMAKERS)
                        .anyRequest()
                        .hasAuthority(Person.APPLICANT_ROLE))
                .build();
    }

    /** Everything else: our own pages. */
    @Bean
    @Order(4)
    SecurityFilterChain pages(
            HttpSecurity http,
            SessionWatch watch,
            ObjectProvider<ClientRegistrationRepository> providers,
            ProviderSignIn signIn,
            RecordBook book,
            KnownDevice device,
            FormFilesAtOnce atOnce,
            PartRefusals parts,
            @Value("${pilot.models.release-group}") String releasers)
            throws Exception {
        RequestMatcher part = new RequestHeaderRequestMatcher("HX-Request");
        LateForms late = new LateForms();
        providers.ifAvailable(known -> offer(http, signIn, new ProviderFailure(known, book)));
        return http.headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(OUR_PAGES))
                        // Only our own pages frame us: the dossier shows documents inside of itself.
                        .frameOptions(frame -> frame.sameOrigin())
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                        .permissionsPolicyHeader(
                                policy -> policy.policy("camera=(self), microphone=(), geolocation=()")))
                .addFilterBefore(late, CsrfFilter.class)
                .addFilterBefore(atOnce, CsrfFilter.class)
                .addFilterBefore(watch, AuthorizationFilter.class)
                .authorizeHttpRequests(requests -> requests.requestMatchers(
                                "/login",
                                "/register",
                                "/join",
                                "/confirm",
                                "/receipts",
                                "/privacy",
                                "/publicity",
                                "/publicity/*",
                                "/publicity/*/objections",
                                "/results/**")
                        .permitAll()
                        // Reached by what failed, never by a person's own call.
                        .dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers("/error")
                        .denyAll()
                        .requestMatchers(
                                "/actuator/health",
                                "/actuator/health/liveness",
                                "/actuator/health/readiness",
                                "/v3/api-docs/**",
                                "/v3/api-docs.yaml")
                        .permitAll()
                        .requestMatchers("/actuator/**")
                        .hasAnyAuthority(Group.OPERATOR, Group.CAMUNDA_ADMIN)
                        .requestMatchers("/rehearsal/**")
                        .hasAnyAuthority(CLOCKMAKERS)
                        .requestMatchers("/audit/**")
                        .hasAuthority(Group.AUDITOR)
                        .requestMatchers("/outbox/**")
                        .hasAnyAuthority(Group.OPERATOR, Group.CAMUNDA_ADMIN)
                        .requestMatchers("/models/**")
                        .hasAnyAuthority(runnersAnd(releasers.strip()))
                        .requestMatchers("/letters/**")
                        .hasAnyAuthority(Group.DESIGNER, Unit.DEPARTMENT, Group.OPERATOR, Group.CAMUNDA_ADMIN)
                        .requestMatchers("/documents/**")
                        .hasAnyAuthority(Group.DESIGNER, Unit.DEPARTMENT, Group.OPERATOR, Group.CAMUNDA_ADMIN)
                        .requestMatchers("/accounts/**")
                        .hasAnyAuthority(Group.SECURITY, Group.CAMUNDA_ADMIN)
                        .requestMatchers("/portal/**")
                        .hasAuthority(Person.APPLICANT_ROLE)
                        .requestMatchers("/desk/**", "/dossier/**")
                        .access(officer())
                        .requestMatchers("/", "/account/**", "/mailbox/**")
                        .authenticated()
                        // Addresses that do not exist: every page has a rule above, which the build checks.
                        .anyRequest()
                        .authenticated())
                .httpBasic(basic -> basic.authenticationDetailsSource(SignInDetails::new)
                        .authenticationEntryPoint(new PasswordPrompt()))
                .formLogin(form -> form.loginPage("/login")
                        .authenticationDetailsSource(SignInDetails::new)
                        .successHandler(device)
                        .failureHandler(new SignInFailure())
                        .permitAll())
                .logout(leave -> leave.logoutSuccessUrl("/login?left"))
                .exceptionHandling(handling -> handling.defaultAuthenticationEntryPointFor(parts, part)
                        .defaultAuthenticationEntryPointFor(
                                late, request -> LateForm.of(request).isPresent())
                        .defaultAuthenticationEntryPointFor(toSignIn(), request -> true)
                        .defaultAccessDeniedHandlerFor(parts, part)
                        .defaultAccessDeniedHandlerFor(late, request -> true))
                .build();
    }

    private static void offer(HttpSecurity http, ProviderSignIn signIn, ProviderFailure failure) {
        try {
            http.oauth2Login(login ->
                            login.loginPage("/login").successHandler(signIn).failureHandler(failure))
                    .addFilterBefore(failure, OAuth2AuthorizationRequestRedirectFilter.class);
        } catch (Exception e) {
            throw new IllegalStateException("The sign-in at a provider can not be set up", e);
        }
    }

    /** By the whole path: Camunda's API is served by a servlet of its own, which patterns of Spring MVC do not see. */
    private static RequestMatcher path(String pattern) {
        return PathPatternRequestMatcher.withDefaults().matcher(pattern);
    }

    /** By a relative address: what a caller gives for our own name must not come back as where to sign in. */
    private static LoginUrlAuthenticationEntryPoint toSignIn() {
        LoginUrlAuthenticationEntryPoint page = new LoginUrlAuthenticationEntryPoint("/login");
        page.setFavorRelativeUris(true);
        return page;
    }

    /** Those who run the system, and the group that releases models; blank where none does. */
    private static String[] runnersAnd(String releasers) {
        return Stream.concat(Arrays.stream(RUNNERS), Stream.of(releasers).filter(group -> !group.isEmpty()))
                .toArray(String[]::new);
    }

    private static AuthorizationManager<RequestAuthorizationContext> officer() {
        return (signedIn, request) -> new AuthorizationDecision(signedIn.get() != null
                && signedIn.get().isAuthenticated()
                && !Person.of(signedIn.get()).groups().isEmpty());
    }

    /** Without a session there is nothing that a forged call could use; the answer is that nobody is signed in. */
    private static boolean hasNoSession(HttpServletRequest request) {
        return request.getSession(false) == null;
    }
}
