// mediasoup speaks libsrtp 3's interface, distributions carry libsrtp 2. This header is found first as <srtp.h> and gives
// the one in terms of the other: a policy object instead of a policy struct, and packets that go from one buffer to another
// instead of being rewritten in place.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <srtp2/srtp.h>

#ifndef SRTP_MAX_TRAILER_LEN
#define SRTP_MAX_TRAILER_LEN (SRTP_MAX_TAG_LEN + SRTP_MAX_MKI_LEN)
#endif

// Codes that libsrtp 3 has and libsrtp 2 has not; the numbers are libsrtp 3's.
constexpr srtp_err_status_t srtp_err_status_buffer_small = static_cast<srtp_err_status_t>(28);
constexpr srtp_err_status_t srtp_err_status_cryptex_err  = static_cast<srtp_err_status_t>(29);

struct Srtp3Policy
{
	::srtp_policy_t settings{};
	// libsrtp 2 wants master key and salt in one piece, and only points to them.
	unsigned char keyAndSalt[SRTP_MAX_KEY_LEN]{};
};
using srtp3_policy_t = Srtp3Policy*;

inline srtp_err_status_t srtp_policy_create(srtp3_policy_t* policy)
{
	*policy = new Srtp3Policy();
	return srtp_err_status_ok;
}

inline void srtp_policy_destroy(srtp3_policy_t policy)
{
	if (!policy)
	{
		return;
	}
	// A plain memset before delete may be optimised away, and a key would stay in freed memory.
	volatile unsigned char* key = policy->keyAndSalt;
	for (size_t i = 0; i < sizeof policy->keyAndSalt; ++i)
	{
		key[i] = 0;
	}
	delete policy;
}

inline srtp_err_status_t srtp_policy_set_ssrc(srtp3_policy_t policy, srtp_ssrc_t ssrc)
{
	policy->settings.ssrc = ssrc;
	return srtp_err_status_ok;
}

inline srtp_err_status_t srtp_policy_set_profile(srtp3_policy_t policy, srtp_profile_t profile)
{
	const auto status = srtp_crypto_policy_set_from_profile_for_rtp(&policy->settings.rtp, profile);
	if (status != srtp_err_status_ok)
	{
		return status;
	}
	return srtp_crypto_policy_set_from_profile_for_rtcp(&policy->settings.rtcp, profile);
}

inline srtp_err_status_t srtp_policy_add_key(
  srtp3_policy_t policy,
  const uint8_t* key,
  size_t keyLength,
  const uint8_t* salt,
  size_t saltLength,
  const uint8_t* /*mki*/,
  size_t mkiLength)
{
	// mediasoup never uses a master key identifier; one given would be silently lost here, so it is refused.
	if (mkiLength != 0 || keyLength + saltLength > sizeof policy->keyAndSalt)
	{
		return srtp_err_status_bad_param;
	}
	std::memcpy(policy->keyAndSalt, key, keyLength);
	std::memcpy(policy->keyAndSalt + keyLength, salt, saltLength);
	policy->settings.key = policy->keyAndSalt;
	return srtp_err_status_ok;
}

inline srtp_err_status_t srtp_policy_set_allow_repeat_tx(srtp3_policy_t policy, bool allow)
{
	policy->settings.allow_repeat_tx = allow;
	return srtp_err_status_ok;
}

inline srtp_err_status_t srtp_policy_set_window_size(srtp3_policy_t policy, size_t size)
{
	policy->settings.window_size = size;
	return srtp_err_status_ok;
}

inline srtp_err_status_t srtp_create(srtp_t* session, srtp3_policy_t policy)
{
	return ::srtp_create(session, &policy->settings);
}

inline srtp_err_status_t srtp_stream_remove(srtp_t session, uint32_t ssrc)
{
	return ::srtp_remove_stream(session, ssrc);
}

namespace srtp3
{
	using InPlace = srtp_err_status_t (*)(srtp_t, void*, int*);

	// room: how many bytes libsrtp may add behind the packet (none when it takes protection off).
	inline srtp_err_status_t copyThenWork(
	  InPlace work, size_t room, srtp_t session, const uint8_t* in, size_t inLength, uint8_t* out, size_t* outLength)
	{
		if (*outLength < inLength + room)
		{
			return srtp_err_status_buffer_small;
		}
		if (out != in)
		{
			std::memmove(out, in, inLength);
		}
		auto length       = static_cast<int>(inLength);
		const auto status = work(session, out, &length);
		*outLength        = static_cast<size_t>(length);
		return status;
	}
} // namespace srtp3

inline srtp_err_status_t srtp_protect(
  srtp_t session, const uint8_t* in, size_t inLength, uint8_t* out, size_t* outLength, size_t /*mkiIndex*/)
{
	return srtp3::copyThenWork(::srtp_protect, SRTP_MAX_TRAILER_LEN, session, in, inLength, out, outLength);
}

inline srtp_err_status_t srtp_protect_rtcp(
  srtp_t session, const uint8_t* in, size_t inLength, uint8_t* out, size_t* outLength, size_t /*mkiIndex*/)
{
	// RTCP carries four bytes of index before the tag.
	return srtp3::copyThenWork(
	  ::srtp_protect_rtcp, SRTP_MAX_TRAILER_LEN + sizeof(uint32_t), session, in, inLength, out, outLength);
}

inline srtp_err_status_t srtp_unprotect(
  srtp_t session, const uint8_t* in, size_t inLength, uint8_t* out, size_t* outLength)
{
	return srtp3::copyThenWork(::srtp_unprotect, 0, session, in, inLength, out, outLength);
}

inline srtp_err_status_t srtp_unprotect_rtcp(
  srtp_t session, const uint8_t* in, size_t inLength, uint8_t* out, size_t* outLength)
{
	return srtp3::copyThenWork(::srtp_unprotect_rtcp, 0, session, in, inLength, out, outLength);
}

// From here on the name means the object.
#define srtp_policy_t srtp3_policy_t
