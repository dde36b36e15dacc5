package cn.gdpilot.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executors;

/** A stand-in for a sign-in provider (OpenID Connect): it says that everybody is whom the test named. */
final class StandInProvider {

    private final HttpServer server;
    private final RSAKey key;
    private final RSAKey another;
    private volatile String who = "";
    private volatile boolean forging;
    private volatile String nonce;
    private volatile Lie lie = (claims, signature) -> {};
    private volatile HttpHandler tokens = this::token;

    StandInProvider() {
        try {
            this.key = new RSAKeyGenerator(2048).keyID("one").generate();
            this.another = new RSAKeyGenerator(2048).keyID("one").generate();
            this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (JOSEException | IOException e) {
            throw new IllegalStateException(e);
        }
        server.createContext("/.well-known/openid-configuration", exchange -> json(exchange, configuration()));
        server.createContext("/keys", exchange -> json(exchange, new JWKSet(key.toPublicJWK()).toString()));
        server.createContext("/authorize", this::authorize);
        server.createContext("/token", exchange -> tokens.handle(exchange));
        server.setExecutor(Executors.newCachedThreadPool(work -> {
            Thread thread = new Thread(work, "stand-in provider");
            thread.setDaemon(true);
            return thread;
        }));
        server.start();
    }

    String issuer() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Whom the next sign-in names. */
    void says(String account) {
        this.who = account;
        this.forging = false;
        this.lie = (claims, signature) -> {};
        this.tokens = this::token;
    }

    /** The next sign-in names that account in a word that something is wrong with. */
    void lies(String account, Lie how) {
        says(account);
        this.lie = how;
    }

    /** The next sign-in's word is asked for there. */
    void answers(HttpHandler instead) {
        says("city-440100");
        this.tokens = instead;
    }

    /** The next sign-in is signed by somebody else's key. */
    void forges(String account) {
        says(account);
        this.forging = true;
    }

    private String configuration() {
        return """
                {"issuer":"%1$s","authorization_endpoint":"%1$s/authorize","token_endpoint":"%1$s/token","jwks_uri":"%1$s/keys",
                 "subject_types_supported":["public"],"response_types_supported":["code"],"id_token_signing_alg_values_supported":["RS256"]}""".formatted(issuer());
    }

    private void authorize(HttpExchange exchange) throws IOException {
        Map<String, String> asked = new HashMap<>();
        for (String pair : exchange.getRequestURI().getRawQuery().split("&")) {
            String[] parts = pair.split("=", 2);
            asked.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        nonce = asked.get("nonce");
        exchange.getResponseHeaders()
                .add(
                        "Location",
                        asked.get("redirect_uri") + "?code=once&state="
                                + asked.get("state").replace("=", "%3D"));
        exchange.sendResponseHeaders(302, -1);
        exchange.close();
    }

    private void token(HttpExchange exchange) {
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .issuer(issuer())
                .subject("subject-of-" + who)
                .audience("gdpilot")
                .claim("nonce", nonce)
                .claim("preferred_username", who)
                .issueTime(new Date())
                .expirationTime(Date.from(Instant.now().plusSeconds(300)));
        Signature signature = new Signature();
        lie.change(claims, signature);
        json(exchange, token(signed(claims.build(), signature)));
    }

    static String token(String word) {
        return "{\"access_token\":\"x\",\"token_type\":\"Bearer\",\"expires_in\":300,\"id_token\":\"" + word + "\"}";
    }

    private String signed(JWTClaimsSet claims, Signature signature) {
        try {
            if (signature.none) {
                return new PlainJWT(claims).serialize();
            }
            if (signature.publicKeyAsSecret) {
                SignedJWT word = new SignedJWT(
                        new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("one").build(), claims);
                word.sign(new MACSigner(key.toRSAPublicKey().getEncoded()));
                return word.serialize();
            }
            SignedJWT word = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("one").build(), claims);
            word.sign(new RSASSASigner(forging ? another : key));
            return word.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    static void json(HttpExchange exchange, String text) {
        try (exchange) {
            byte[] body = text.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Changes what a word says or how it is signed. */
    interface Lie {
        void change(JWTClaimsSet.Builder claims, Signature signature);
    }

    /** How a word is signed; as it should be unless a lie says otherwise. */
    static final class Signature {
        boolean none;
        boolean publicKeyAsSecret;
    }
}
