// Stands in for ankerl::unordered_dense, which Debian 12 does not have. The standard containers promise more than the
// originals (stable references), so code written for those is right with these too.
#pragma once

#include <cstdint>
#include <functional>
#include <unordered_map>
#include <unordered_set>

namespace ankerl::unordered_dense
{
	// std::hash of a number is the number; multiplied and folded, neighbouring numbers (ports, SSRCs) spread.
	template<class T>
	struct hash
	{
		using is_avalanching = void;

		uint64_t operator()(const T& value) const noexcept
		{
			const auto mixed = static_cast<uint64_t>(std::hash<T>{}(value)) * 0x9e3779b97f4a7c15ull;
			return mixed ^ (mixed >> 32);
		}
	};

	template<class Key, class Value, class Hash = hash<Key>, class Equal = std::equal_to<Key>>
	using map = std::unordered_map<Key, Value, Hash, Equal>;

	template<class Key, class Hash = hash<Key>, class Equal = std::equal_to<Key>>
	using set = std::unordered_set<Key, Hash, Equal>;
} // namespace ankerl::unordered_dense
