package dev.understudy.http;

import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Where a server listens.
 *
 * @param host a name or an address of this machine; {@code localhost} stands for both loopback addresses
 * @param port 0 for any free one
 */
public record Address(String host, int port) {
    private static final List<String> LOOPBACKS = List.of("127.0.0.1", "::1");

    /** The addresses that the host stands for, as far as this machine has them; all of them if it has none. */
    List<String> hosts() throws UnknownHostException {
        if (host.isBlank()) {
            throw new UnknownHostException(host);
        }
        List<String> all = isLocalhost()
                ? LOOPBACKS
                : Stream.of(InetAddress.getAllByName(host))
                        .map(InetAddress::getHostAddress)
                        .distinct()
                        .toList();
        if (all.size() == 1) {
            return List.of(host);
        }
        List<String> here = all.stream().filter(Address::isHere).toList();
        return here.isEmpty() ? all : here;
    }

    /** Whether nobody but this machine can reach it. */
    boolean onlyThisMachine() {
        try {
            return isLocalhost() || Stream.of(InetAddress.getAllByName(host)).allMatch(InetAddress::isLoopbackAddress);
        } catch (UnknownHostException e) {
            // Nobody will listen there; whoever starts the server says so.
            return true;
        }
    }

    /** Whether it stands for all addresses of this machine, and is none to connect to. */
    boolean isWildcard() {
        byte[] bytes = NetUtil.createByteArrayFromIpAddressString(host);
        return bytes != null && IntStream.range(0, bytes.length).allMatch(i -> bytes[i] == 0);
    }

    /** Resolvers know it for one of the two addresses, for both, or not at all (RFC 6761 section 6.3). */
    private boolean isLocalhost() {
        String name = host.toLowerCase(Locale.ROOT);
        return name.equals("localhost") || name.equals("localhost.");
    }

    private static boolean isHere(String address) {
        try {
            return NetworkInterface.getByInetAddress(InetAddress.getByName(address)) != null;
        } catch (SocketException | UnknownHostException e) {
            return false;
        }
    }
}
